package org.bellwether.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import org.bellwether.batch.SmallProject;
import org.bellwether.config.Project;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The homes and processes of a test class are of the {@link SmallProject}: it is about what a night does and not about what it makes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithSmallProject.Switch.class)
@interface WithSmallProject {

    /** Names that project while the class runs, and then the one before again. */
    final class Switch implements BeforeAllCallback, AfterAllCallback {

        private String before;

        @Override
        public void beforeAll(ExtensionContext context) throws Exception {
            before = System.getProperty(Project.PROPERTY);
            Path small = MadeOnce.folder("small-project", folder -> SmallProject.in(folder.resolve("project"))).resolve("project");
            System.setProperty(Project.PROPERTY, small.toString());
        }

        @Override
        public void afterAll(ExtensionContext context) {
            if (before == null) {
                System.clearProperty(Project.PROPERTY);
            } else {
                System.setProperty(Project.PROPERTY, before);
            }
        }
    }
}
