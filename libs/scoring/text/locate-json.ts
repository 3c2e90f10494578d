import { MAX_DEPTH } from './json-value.js';
import type { WantedPlaces } from './wanted-places.js';

/** Notes where the wanted places of a JSON text stand. Stops where the text is no JSON any more: what was found stays. */
export function locateInJson(text: string, wanted: WantedPlaces): void {
  new JsonWalk(text).value(wanted, 0);
}

/** Gives false where the text ends or makes no sense. What nobody asks for is skipped without being looked at. */
class JsonWalk {
  private offset = 0;

  constructor(private readonly text: string) {}

  value(wanted: WantedPlaces | undefined, depth: number): boolean {
    const start = this.skipSpace();
    if (start !== '{' && start !== '[') return this.scalar(wanted);
    if (!wanted?.isOpen || depth >= MAX_DEPTH) return this.skip();
    this.offset++;
    const close = start === '{' ? '}' : ']';
    if (this.skipSpace() === close) return this.step();
    for (let index = 0; ; index++) {
      this.skipSpace();
      const place = this.offset;
      const key = start === '{' ? this.key() : index;
      if (key === undefined || !this.value(wanted.enter(key, place), depth + 1)) return false;
      const next = this.skipSpace();
      if (next !== ',' && next !== close) return false;
      this.offset++;
      if (next === close) return true;
    }
  }

  private scalar(wanted: WantedPlaces | undefined): boolean {
    const start = this.offset;
    const sound = this.skip();
    wanted?.reads(this.text.slice(start, this.offset).trimEnd());
    return sound;
  }

  private key(): string | undefined {
    const start = this.offset;
    if (!this.skip() || this.skipSpace() !== ':') return undefined;
    const end = this.text.lastIndexOf('"', this.offset) + 1;
    this.offset++;
    try {
      return JSON.parse(this.text.slice(start, end)) as string;
    } catch {
      return undefined;
    }
  }

  /** Leaves a whole value behind, however deep, by its brackets and quotes. */
  private skip(): boolean {
    let open = 0;
    for (; this.offset < this.text.length; this.offset++) {
      const sign = this.text[this.offset];
      if (sign === '"') this.skipString();
      else if (sign === '{' || sign === '[') open++;
      else if (sign === '}' || sign === ']') open--;
      if (open < 0) return true;
      if (open > 0) continue;
      if (sign === '"') return this.step();
      if (sign === ',') return true;
    }
    return false;
  }

  private skipString(): void {
    this.offset++;
    for (; this.offset < this.text.length && this.text[this.offset] !== '"'; this.offset++) {
      if (this.text[this.offset] === '\\') this.offset++;
    }
  }

  private step(): true {
    this.offset++;
    return true;
  }

  private skipSpace(): string | undefined {
    while (/[\s\uFEFF]/.test(this.text[this.offset] ?? '')) this.offset++;
    return this.text[this.offset];
  }
}
