import type { Page } from 'playwright-core';

export interface Stop {
  /** What it is, for who reads the failure. */
  readonly what: string;
  readonly faults: readonly string[];
}

/** More stops than any page has: one that never ends is a fault as well. */
const MOST = 700;

/** Presses Tab from the head of the page until it leaves it, and tells of each stop what is wrong with it. */
export async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  await page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    window.scrollTo(0, 0);
  });
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(judgeFocus);
    if (stop === null || stop === 'seen') return stops;
    stops.push(stop);
    if (stops.length > MOST) throw new Error(`no end of stops: ${stop.what}`);
  }
}

/** Runs on the page. Null where nothing has the focus; `seen` where it has come round. */
function judgeFocus(): Stop | null | 'seen' {
  const element = document.activeElement as HTMLElement | null;
  if (element === null || element === document.body || element === document.documentElement) return null;
  if (element.dataset['tabbed'] !== undefined) return 'seen';
  element.dataset['tabbed'] = '';

  const textOf = (ids: string) =>
    ids
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
  const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
  const isField = element.matches('input, textarea, select');
  // A placeholder is no name: it goes with the first letter.
  const name = [
    element.getAttribute('aria-label') ?? '',
    textOf(element.getAttribute('aria-labelledby') ?? ''),
    ...labels,
    isField ? '' : element.textContent,
    ...[...element.querySelectorAll('img')].map((image) => image.alt),
  ]
    .join(' ')
    .trim();
  // What is pressed is the box around a small or invisible input, or around the words of a tab.
  const target =
    element.closest('label') ?? element.closest('.ant-select, .ant-input-affix-wrapper, .ant-tabs-tab') ?? element;
  const { left, top, right, bottom, width, height } = target.getBoundingClientRect();
  const isOut = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const isCovered = !isOut && !(hit !== null && (target.contains(hit) || hit.contains(target)));
  return {
    what: `${element.tagName.toLowerCase()} “${name.slice(0, 60)}” ${element.dataset['testid'] ?? ''} ${Math.round(width)}×${Math.round(height)} at ${Math.round(left)},${Math.round(top)}`,
    faults: [
      ...(isOut ? ['out of sight'] : []),
      ...(isCovered ? ['covered'] : []),
      ...(name === '' ? ['no name'] : []),
      ...(width < 24 || height < 24 ? ['too small'] : []),
    ],
  };
}
