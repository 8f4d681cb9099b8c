package org.bellwether.web;

import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bellwether.config.BellwetherException;
import org.bellwether.config.ConfigFiles;
import org.bellwether.config.ErrorCode;
import org.bellwether.config.Project;
import org.bellwether.config.ServeSettings;
import org.bellwether.config.Settings;
import org.bellwether.app.status.HomeHealth;
import org.bellwether.app.status.HomeInfo;
import org.bellwether.app.status.HomeMetrics;
import org.bellwether.contract.catalog.ContractCatalog;
import org.bellwether.home.Folders;
import org.bellwether.home.Home;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;

/**
 * The console of a home: pages for those who have no SQL. It reads what runs leave behind and holds neither lock nor database; what changes the
 * home it has the command line do, in a process of its own.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@ImportAutoConfiguration({PropertyPlaceholderAutoConfiguration.class, SslAutoConfiguration.class, JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class, HttpEncodingAutoConfiguration.class, MultipartAutoConfiguration.class,
    SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class, SecurityFilterAutoConfiguration.class,
    EndpointAutoConfiguration.class, WebEndpointAutoConfiguration.class, ManagementContextAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class, HealthContributorAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class, MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class,
    PrometheusMetricsExportAutoConfiguration.class, JvmMetricsAutoConfiguration.class, SystemMetricsAutoConfiguration.class})
public class ConsoleApplication {

    /**
     * Starts it; the caller closes what it is given.
     *
     * @param main the class of the command line, which the console starts for what changes the home
     * @throws BellwetherException where it would be open to others without TLS, or the port is taken
     */
    public static Running start(Project project, Home home, Settings settings, String main) {
        ServeSettings serve = settings.serve();
        if (!serve.isLocal() && !serve.hasTls() && !serve.behindProxy()) {
            throw ErrorCode.OPEN_WITHOUT_TLS.with(serve.address());
        }
        ConfigFiles config = ConfigFiles.of(project, home.config());
        SpringApplication application = new SpringApplication(ConsoleApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("project", project);
            context.getBeanFactory().registerSingleton("home", home);
            context.getBeanFactory().registerSingleton("settings", settings);
            context.getBeanFactory().registerSingleton("serveSettings", serve);
            context.getBeanFactory().registerSingleton("configFiles", config);
            context.getBeanFactory().registerSingleton("contractCatalog", ContractCatalog.load(config));
            context.getBeanFactory().registerSingleton("mainClass", main);
        });
        try {
            return new Running(application.run(arguments(home, serve).toArray(String[]::new)), serve);
        } catch (RuntimeException e) {
            throw explained(e, serve);
        }
    }

    private static RuntimeException explained(RuntimeException failure, ServeSettings serve) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException || cause instanceof BindException) {
                return ErrorCode.PORT_IN_USE.because(failure, serve.port(), serve.address());
            }
        }
        return serve.hasTls() ? ErrorCode.TLS_FILES.because(failure, String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage())) : failure;
    }

    /** As arguments, since nothing has precedence over those. */
    private static List<String> arguments(Home home, ServeSettings serve) {
        // What an earlier console was sent to check is nobody's any more; what it was sent to take in may just be taken in.
        Folders.sweep(Folders.createPrivate(home.checks()));
        Path parts = Folders.createPrivate(home.uploads().resolve(".parts"));
        List<String> arguments = new ArrayList<>(List.of("--spring.main.web-application-type=servlet", "--server.address=" + serve.address(),
                "--server.port=" + serve.port(), "--spring.servlet.multipart.location=" + parts,
                "--spring.servlet.multipart.max-file-size=" + serve.maxUploadBytes() + "B",
                "--spring.servlet.multipart.max-request-size=" + (serve.maxUploadBytes() + 65_536) + "B",
                "--server.servlet.session.timeout=" + serve.idle().toSeconds() + "s",
                "--server.servlet.session.cookie.secure=" + (serve.hasTls() || serve.behindProxy()),
                "--server.forward-headers-strategy=" + (serve.behindProxy() ? "framework" : "none")));
        if (serve.hasTls()) {
            arguments.add("--server.ssl.certificate=" + serve.certificate());
            arguments.add("--server.ssl.certificate-private-key=" + serve.privateKey());
        }
        return arguments;
    }

    /** A console that answers. */
    public static final class Running implements AutoCloseable {

        private final ConfigurableApplicationContext context;
        private final ServeSettings serve;

        Running(ConfigurableApplicationContext context, ServeSettings serve) {
            this.context = context;
            this.serve = serve;
        }

        /** Where a browser on this machine opens it. */
        public String address() {
            int port = ((WebServerApplicationContext) context).getWebServer().getPort();
            return (serve.hasTls() ? "https" : "http") + "://" + (serve.isLocal() ? "localhost" : serve.address()) + ":" + port + "/";
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @Bean
    HomeHealth homeHealth(Home home) {
        return new HomeHealth(home);
    }

    @Bean
    HomeInfo homeInfo(Home home) {
        return new HomeInfo(home);
    }

    @Bean
    HomeMetrics homeMetrics(Home home, ContractCatalog catalog) {
        return new HomeMetrics(home, catalog);
    }
}
