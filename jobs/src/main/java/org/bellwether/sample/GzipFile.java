package org.bellwether.sample;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A gzip file that says nothing of when and where it was made: no time, no name, no system. */
final class GzipFile extends OutputStream {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255};

    private final OutputStream file;
    private final Deflater deflater = new Deflater(6, true);
    private final DeflaterOutputStream deflated;
    private final CRC32 crc = new CRC32();
    private long length;

    GzipFile(Path path) throws IOException {
        file = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        file.write(HEADER);
        deflated = new DeflaterOutputStream(new FilterOutputStream(file) {
            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                out.write(bytes, offset, count);
            }
        }, deflater, 1 << 16);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        deflated.write(bytes, offset, count);
        crc.update(bytes, offset, count);
        length += count;
    }

    @Override
    public void close() throws IOException {
        deflated.finish();
        deflater.end();
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
