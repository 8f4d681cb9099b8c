package org.bellwether.batch.report;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All who watch long work, each told the same. */
final class ProgressWatchers implements Progress {

    private final List<Progress> watchers = new CopyOnWriteArrayList<>();

    void add(Progress watcher) {
        watchers.add(watcher);
    }

    @Override
    public void begin(String work, String unit, long total) {
        watchers.forEach(watcher -> watcher.begin(work, unit, total));
    }

    @Override
    public void advance(long units, String now) {
        watchers.forEach(watcher -> watcher.advance(units, now));
    }

    @Override
    public void end() {
        watchers.forEach(Progress::end);
    }
}
