const pauseMs = 500;

/**
 * Ends a script that npm runs when npm has gone. npm passes a signal on, but nothing tells of its own death: killed by a
 * supervisor or for want of memory, it would leave what it started running for ever. Told again until it has ended, since
 * a step that is under way may take the first telling for its own end alone.
 */
export function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, pauseMs).unref();
}
