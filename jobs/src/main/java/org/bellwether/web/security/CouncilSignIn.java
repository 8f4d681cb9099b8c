package org.bellwether.web.security;

import org.bellwether.config.ServeSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

/** Signing in by the council's own OpenID Connect, where the home names it. It is asked about itself when somebody first signs in so. */
@Configuration(proxyBeanMethods = false)
class CouncilSignIn {

    static final String ID = "council";

    @Bean
    @ConditionalOnExpression("#{@serveSettings.hasOpenId()}")
    ClientRegistrationRepository clientRegistrations(ServeSettings serve) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                ClientRegistrations.fromIssuerLocation(serve.issuer()).registrationId(ID).clientId(serve.clientId()).clientSecret(serve.clientSecret())
                        .scope("openid", "profile", "email").build()));
    }
}
