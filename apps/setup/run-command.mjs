import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';
import { say, SetupError } from './progress.mjs';

const shownLines = 40;
const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** The full path of the first of `names` that is executable on PATH, or undefined. */
export function findCommand(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (folder === '') continue;
      const candidate = join(folder, name);
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        // Not in this folder: look in the next.
      }
    }
  }
  return undefined;
}

/**
 * Runs a program in the work tree and gives its exit code (128 + the signal's number when a signal ended it).
 * A signal sent to this process goes on to the program, so that stopping the script leaves nothing running.
 * `output` says what becomes of what the program prints: 'shown', 'on-failure' (its last lines), or 'dropped'. Only a
 * program whose output is shown may read standard input.
 */
export function run(command, args, { output = 'shown', env = {} } = {}) {
  return new Promise((resolve, reject) => {
    let child;
    const forward = (signal) => child.kill(signal);
    // Before the program starts: a signal that comes in between must not end this process alone.
    for (const signal of forwarded) process.on(signal, forward);
    const release = () => {
      for (const signal of forwarded) process.off(signal, forward);
    };
    child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    child.once('error', (error) => {
      release();
      reject(new SetupError(`cannot run ${command}: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      release();
      const status = code ?? 128 + (signalNumbers[signal] ?? 0);
      if (output === 'on-failure' && status !== 0) say(lastLines(Buffer.concat(printed).toString('utf8')));
      resolve(status);
    });
  });
}

const signalNumbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

function lastLines(text) {
  return text.trimEnd().split('\n').slice(-shownLines).join('\n');
}
