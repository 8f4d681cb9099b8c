package org.bellwether.web.security;

import java.util.Optional;
import org.bellwether.app.user.UserFile;
import org.bellwether.config.ServeSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who sees what: each path asks for the role that it is for, and what none is named for asks to be signed in. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    PasswordEncoder passwordEncoder() {
        return UserFile.encoder();
    }

    /** Names that are not ours would let a page elsewhere speak to a console on this machine. */
    @Bean
    StrictHttpFirewall firewall(ServeSettings serve) {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(name -> name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]")
                || serve.hostNames().contains(name) || name.equals(serve.address()));
        return firewall;
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return new HttpStatusRequestRejectedHandler();
    }

    /** What machines ask: they sign in with each request, and keep nothing. */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, SignInGuard guard) throws Exception {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(paths -> paths.requestMatchers("/actuator/health").access(new FromThisMachine())
                        .anyRequest().hasRole("OFFICER"))
                .httpBasic(Customizer.withDefaults())
                .addFilterBefore(new BasicSignInFilter(guard), org.springframework.security.web.authentication.www.BasicAuthenticationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, ServeSettings serve, SignInGuard guard, HomeUsers users,
            ObjectProvider<ClientRegistrationRepository> openId, CouncilRoles councilRoles, Denied denied) throws Exception {
        http.authorizeHttpRequests(paths -> paths
                .requestMatchers("/signin", "/assets/**", "/error").permitAll()
                .requestMatchers("/restricted/report/school-*", "/restricted/report/data/school-*").access(new OwnSchool())
                .requestMatchers("/restricted/assets/**").authenticated()
                .requestMatchers("/restricted/**").hasRole("ANALYST")
                .requestMatchers("/held/**").hasRole("APPROVER")
                .requestMatchers("/returns/**", "/runs/**").hasRole("OFFICER")
                .requestMatchers("/problems/**").hasAnyRole("OFFICER", "APPROVER")
                .requestMatchers("/commands/**").hasAnyRole("OFFICER", "APPROVER", "PRIVACY")
                .requestMatchers("/releases/decide/**").hasRole("APPROVER")
                .requestMatchers("/releases/**").hasAnyRole("ANALYST", "OFFICER", "APPROVER")
                .requestMatchers("/privacy/**").hasRole("PRIVACY")
                .anyRequest().authenticated())
                .formLogin(form -> form.loginPage("/signin").loginProcessingUrl("/signin").failureUrl("/signin?wrong").defaultSuccessUrl("/", false))
                .logout(out -> out.logoutUrl("/signout").logoutSuccessUrl("/signin?out"))
                .headers(headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new ContentSecurityPolicy(openId.getIfAvailable() == null ? Optional.empty() : Optional.of(serve.issuer())), HeaderWriterFilter.class)
                .addFilterBefore(new UploadLimit(serve.maxUploadBytes()), CsrfFilter.class)
                .addFilterBefore(new SignInFilter(guard), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new StillAllowed(users), AuthorizationFilter.class)
                .addFilterBefore(new RequestLimit(), AuthorizationFilter.class);
        http.exceptionHandling(refusals -> refusals.accessDeniedHandler(denied));
        if (openId.getIfAvailable() != null) {
            http.oauth2Login(login -> login.loginPage("/signin").failureUrl("/signin?council")
                    .userInfoEndpoint(info -> info.oidcUserService(councilRoles)));
        }
        return http.build();
    }
}
