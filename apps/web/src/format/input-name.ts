/** The name of a figure that formulas read, as it is read: `số_vụ` → `số vụ`. */
export function formatInputName(name: string): string {
  return name.replaceAll('_', ' ').trim();
}
