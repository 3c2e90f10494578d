/** The language of the page: Vietnamese unless the person chose English on this device before. */
export type Language = 'vi' | 'en';
const storageKey = 'thidua.language';

function readStored(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
  } catch {
    // Storage may be forbidden by the browser's settings; the page works without it.
    return 'vi';
  }
}

let language = readStored();

export function currentLanguage(): Language {
  return language;
}

export function rememberLanguage(next: Language): void {
  language = next;
  document.documentElement.lang = next;
  try {
    localStorage.setItem(storageKey, next);
  } catch {
    // Then the choice lasts as long as the page.
  }
}
