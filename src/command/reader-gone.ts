/** What a command does when whoever read its output has gone, as `| head` does after ten lines. */

/**
 * From now on writing to a stream whose reader has gone is no failure: the rest of the output is dropped, and the command ends
 * with the exit code that its work deserves, for a check that failed or a file half written must not look otherwise.
 */
export function stayQuietWithoutReader(...streams: readonly NodeJS.WriteStream[]): void {
  for (const stream of streams) {
    if (watched.has(stream)) continue;
    watched.add(stream);
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    });
  }
}

const watched = new WeakSet<NodeJS.WriteStream>();
