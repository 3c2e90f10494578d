/** The member that a code names, or undefined: a code may be called as something that every object has. */
export function ownMember<Value>(record: Readonly<Record<string, Value>>, code: string): Value | undefined {
  return Object.hasOwn(record, code) ? record[code] : undefined;
}
