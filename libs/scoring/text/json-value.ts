/** A plain JSON value: what both readers yield and what is hashed. */
export type JsonValue = null | boolean | number | string | JsonValue[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonValue;
}

/** How deep arrays and objects may nest in a file. The format itself needs nine levels. */
export const MAX_DEPTH = 64;

export const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The member `key`, or undefined; never one inherited from a prototype. */
export const member = (object: JsonObject, key: string): JsonValue | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

/** Sets a member even when its name is `__proto__`, which plain assignment would swallow. */
export function setMember(object: JsonObject, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    object[key] = value;
  }
}

/** True when text holds half of a surrogate pair, which no UTF-8 file can carry. */
export const hasLoneSurrogate = (text: string): boolean => /\p{Surrogate}/u.test(text);
