package org.bellwether.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** A gzip file that says nothing of when, where and on what it was made. */
final class GzipFile extends OutputStream {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

    private final OutputStream file;
    private final Deflate deflate;
    private final CRC32 crc = new CRC32();
    private long length;

    GzipFile(Path path) throws IOException {
        file = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        file.write(HEADER);
        deflate = new Deflate(file);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        deflate.write(bytes, offset, count);
        crc.update(bytes, offset, count);
        length += count;
    }

    @Override
    public void close() throws IOException {
        deflate.finish();
        word(crc.getValue());
        word(length);
        file.close();
    }

    private void word(long value) throws IOException {
        for (int shift = 0; shift < 32; shift += 8) {
            file.write((int) (value >>> shift) & 0xff);
        }
    }
}
