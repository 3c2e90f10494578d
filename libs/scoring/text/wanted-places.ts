import { nfc } from './nfc.js';
import { formatStep } from './path.js';

const STEP = /\.?([\p{L}_][\p{L}\p{N}_-]*)|\[(?:\d+|"(?:[^"\\]|\\.)*")\]/guy;

/**
 * Written paths as a tree of their steps, so that a walk through a text enters only what somebody asks for. A path
 * that the text does not have keeps the offset of the last step it has: a missing key is shown at its object.
 */
export class WantedPlaces {
  private readonly children = new Map<string, WantedPlaces>();
  private offset = 0;
  private scalar: string | undefined;

  static of(paths: Iterable<string>): WantedPlaces {
    const root = new WantedPlaces();
    for (const path of paths) follow(root, path, (place, step) => place.grow(step));
    return root;
  }

  /** Whether something below this place is asked for. */
  get isOpen(): boolean {
    return this.children.size > 0;
  }

  /** The place of a member or item, if it is asked for; notes where in the text it stands. Paths are of composed keys. */
  enter(key: string | number, offset: number): WantedPlaces | undefined {
    const child = this.children.get(formatStep(typeof key === 'string' ? nfc(key) : key, false));
    child?.found(offset);
    return child;
  }

  /** Where this place stands, for it and for all below that will not be found. */
  found(offset: number): void {
    this.offset = offset;
    for (const child of this.children.values()) child.found(offset);
  }

  /** Notes how the number, word or string is written that stands here. */
  reads(written: string): void {
    this.scalar = written;
  }

  /** How what stands at a path that was asked for is written; undefined where nothing does, or more than a scalar. */
  writtenAt(path: string): string | undefined {
    return follow(this, path, (place, step) => place.children.get(step)!).scalar;
  }

  offsetOf(path: string): number {
    return follow(this, path, (place, step) => place.children.get(step)!).offset;
  }

  private grow(step: string): WantedPlaces {
    const known = this.children.get(step);
    if (known !== undefined) return known;
    const child = new WantedPlaces();
    this.children.set(step, child);
    return child;
  }
}

/** The place a written path leads to from `start`. */
function follow(start: WantedPlaces, path: string, next: Next): WantedPlaces {
  let place = start;
  for (const match of path.matchAll(STEP)) {
    place = next(place, match[1] === undefined ? match[0] : `.${match[1]}`);
  }
  return place;
}

type Next = (place: WantedPlaces, step: string) => WantedPlaces;
