/** A random UUID (version 4). Not `crypto.randomUUID`, which browsers withhold from pages of a plain-http intranet. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * The idempotency key of a submission, kept until it was answered: pressing the button again after a lost connection
 * repeats the same submission. Another content is another submission and gets a key of its own.
 */
export class SubmissionKey {
  private pending: { content: string; key: string } | null = null;

  for(content: string): string {
    if (this.pending?.content !== content) this.pending = { content, key: newKey() };
    return this.pending.key;
  }

  answered(): void {
    this.pending = null;
  }
}
