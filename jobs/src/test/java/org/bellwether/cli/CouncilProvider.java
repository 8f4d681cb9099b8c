package org.bellwether.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** An OpenID Connect provider as a council has one: Spring's authorization server, with two people. */
final class CouncilProvider implements AutoCloseable {

    static final String PASSWORD = "of the council";

    private final ConfigurableApplicationContext server;
    private final int port;

    private CouncilProvider(ConfigurableApplicationContext server, int port) {
        this.server = server;
        this.port = port;
    }

    /** @param console the port of the console, to which people are sent back */
    static CouncilProvider start(int console) throws IOException {
        int port = freePort();
        String client = "--spring.security.oauth2.authorizationserver.client.bellwether.";
        SpringApplication application = new SpringApplication(Server.class);
        application.setRegisterShutdownHook(false);
        return new CouncilProvider(application.run("--spring.main.web-application-type=servlet", "--server.port=" + port, "--server.servlet.session.cookie.name=council",
                "--spring.security.oauth2.authorizationserver.issuer=http://localhost:" + port, client + "registration.client-id=bellwether", client + "registration.client-secret={noop}secret",
                client + "registration.client-authentication-methods=client_secret_basic", client + "registration.authorization-grant-types=authorization_code",
                client + "registration.redirect-uris=http://localhost:" + console + "/login/oauth2/code/council", client + "registration.scopes=openid,profile,email"), port);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String issuer() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        server.close();
    }

    /** The provider. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class, SecurityAutoConfiguration.class,
        ServletWebSecurityAutoConfiguration.class, SecurityFilterAutoConfiguration.class, OAuth2AuthorizationServerAutoConfiguration.class,
        OAuth2AuthorizationServerJwtAutoConfiguration.class})
    static class Server {

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(User.withUsername("mary.smith").password("{noop}" + PASSWORD).authorities("data-team").build(),
                    User.withUsername("guest").password("{noop}" + PASSWORD).authorities("visitors").build());
        }

        /** What the council says of people: the groups that they are in. */
        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> groups() {
            return context -> context.getClaims().claim("groups", List.copyOf(context.getPrincipal().getAuthorities().stream().map(Object::toString).toList()));
        }
    }
}
