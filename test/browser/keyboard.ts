// A page as somebody without a mouse uses it: Tab, Enter and what is typed.
import type { Page } from 'playwright-core';

/** The farthest anything may be from where the focus stands, unless a test says otherwise. */
const MOST_TABS = 120;

export type Keyboard = {
  /** What has the focus: its tag, and its label or its words. */
  focused(): Promise<string>;
  /** Goes on with Tab until what has the focus reads so. */
  tabTo(wanted: RegExp): Promise<void>;
  /** Tab to it, Enter, and the page that answers. */
  enter(wanted: RegExp): Promise<void>;
  /** Enter where the focus is, and the page that answers. */
  send(): Promise<void>;
  /** Tab to the field, and type. */
  write(wanted: RegExp, text: string): Promise<void>;
  /** Finds a relative from wherever one is, and opens the record. */
  find(name: string): Promise<void>;
};

/** The keyboard of a page; what is more than `most` tabs away is not found. */
export function keyboardOf(page: Page, most = MOST_TABS): Keyboard {
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const at = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLElement> }) | null;
      const label = at?.labels?.[0]?.innerText ?? '';
      return `${at?.tagName ?? ''} ${label || at?.innerText || ''}`.trim();
    });
  const tabTo = async (wanted: RegExp): Promise<void> => {
    for (let n = 0; n < most; n += 1) {
      await page.keyboard.press('Tab');
      if (wanted.test(await focused())) return;
    }
    throw new Error(`${wanted} was not reached by ${most} tabs`);
  };
  const send = async (): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };
  const enter = async (wanted: RegExp): Promise<void> => {
    await tabTo(wanted);
    await send();
  };
  return {
    focused,
    tabTo,
    send,
    enter,
    async write(wanted, text) {
      await tabTo(wanted);
      await page.keyboard.type(text);
    },
    async find(name) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type(name);
      await send();
      await enter(new RegExp(`^A ${name}`));
    },
  };
}
