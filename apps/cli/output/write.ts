/** Control characters of a file's texts would steer the reader's terminal: each is shown as a replacement sign. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\u{FFFD}');
}

/** Writes text and a line end to standard output. */
export function say(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** Writes one line to standard error. */
export function complain(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}
