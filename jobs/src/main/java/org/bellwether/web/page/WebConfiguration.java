package org.bellwether.web.page;

import org.bellwether.web.security.ActTrail;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Has every request pass the audit trail. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final ActTrail trail;

    WebConfiguration(ActTrail trail) {
        this.trail = trail;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(trail).excludePathPatterns("/assets/**", "/signin", "/error");
    }
}
