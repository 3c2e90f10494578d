/** So many fit into one character. */
const BITS = 15;

/** Criteria of one scale, by index: a byte each, since every unit may have a set of its own. */
export class CriterionSet {
  /** Of no criterion. */
  static readonly EMPTY = new CriterionSet(new Uint8Array(0));
  readonly size: number;

  /** `bytes` are, by criterion, 1 for one that is in the set; they are not changed any more. */
  constructor(private readonly bytes: Uint8Array) {
    let size = 0;
    for (let index = 0; index < bytes.length; index++) size += bytes[index]!;
    this.size = size;
  }

  has(index: number): boolean {
    return this.bytes[index] === 1;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let index = 0; index < this.bytes.length; index++) if (this.bytes[index] === 1) yield index;
  }

  /** The set with some criteria more, of so many there are. */
  with(indices: Iterable<number>, criteria: number): CriterionSet {
    const bytes = new Uint8Array(criteria);
    bytes.set(this.bytes);
    for (const index of indices) bytes[index] = 1;
    return new CriterionSet(bytes);
  }

  /** The same text for sets of the same criteria of a scale. */
  get key(): string {
    let text = '';
    for (let first = 0; first < this.bytes.length; first += BITS) {
      let bits = 0;
      for (let bit = 0; bit < BITS; bit++) bits = 2 * bits + (this.bytes[first + bit] ?? 0);
      text += String.fromCharCode(bits);
    }
    return text;
  }
}
