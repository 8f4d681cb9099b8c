package org.bellwether.web.security;

import java.util.Optional;
import org.bellwether.app.user.User;
import org.bellwether.app.user.UserFile;
import org.bellwether.home.Home;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** The people of the home, as Spring Security asks for them. */
@Component
final class HomeUsers implements UserDetailsService {

    private final UserFile file;

    HomeUsers(Home home) {
        this.file = new UserFile(home);
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return file.find(name).map(HomeUserDetails::of).orElseThrow(() -> new UsernameNotFoundException("nobody"));
    }

    Optional<User> find(String name) {
        return file.find(name);
    }
}
