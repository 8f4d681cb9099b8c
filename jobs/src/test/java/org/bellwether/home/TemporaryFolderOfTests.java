package org.bellwether.home;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A night in the process of a test points {@code java.io.tmpdir} into its home, which is gone when the test has ended.
 * The JDK looks the folder up once, and would keep that one for every later test: here it has looked before, and each
 * test begins with that folder.
 */
public final class TemporaryFolderOfTests implements BeforeAllCallback, BeforeEachCallback {

    private static final String PROPERTY = "java.io.tmpdir";
    private static final String FOLDER = System.getProperty(PROPERTY);

    static {
        try {
            Files.delete(File.createTempFile("looked-up", null).toPath());
            Files.delete(Files.createTempFile("looked-up", null));
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        beforeEach(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        System.setProperty(PROPERTY, FOLDER);
    }
}
