// The staff's menu: one line where there is room, one press on a phone; what is used rarely stands in a group at its end.
import type { FC } from 'hono/jsx';
import type { Language } from '../words/language.ts';
import { layoutWords } from '../words/layout.ts';

/** One entry of the staff's menu; `count` is what waits there, `rare` puts it into the group. */
export type NavItem = {
  href: string;
  text: string;
  current?: boolean;
  count?: number;
  countId?: string;
  rare?: boolean;
};

/** A number beside something of the menu; nothing when there is nothing. */
const Count: FC<{ count: number; id?: string | undefined }> = ({ count, id }) => (
  <span class="limen-count" {...(id ? { id } : {})} hidden={count === 0}>
    {count}
  </span>
);

const Entry: FC<{ item: NavItem }> = ({ item }) => (
  <li>
    <a href={item.href} {...(item.current ? { 'aria-current': 'page' } : {})}>
      {item.text}
      {item.count !== undefined ? <Count count={item.count} id={item.countId} /> : null}
    </a>
  </li>
);

type MenuProps = { language: Language; nav: NavItem[] };

/** What is used rarely; closed it still says which of them one stands on. */
const Rare: FC<MenuProps> = ({ language, nav }) => {
  const current = nav.find((item) => item.current);
  return (
    <li>
      <details class="limen-rare">
        <summary class={current ? 'limen-here' : ''}>
          {layoutWords.more[language]}
          {current ? `: ${current.text}` : null}
        </summary>
        <ul>
          {nav.map((item) => (
            <Entry item={item} />
          ))}
        </ul>
      </details>
    </li>
  );
};

const Entries: FC<MenuProps> = ({ language, nav }) => {
  const rare = nav.filter((item) => item.rare);
  return (
    <ul class="no-max-width">
      {nav
        .filter((item) => !item.rare)
        .map((item) => (
          <Entry item={item} />
        ))}
      {rare.length > 0 ? <Rare language={language} nav={rare} /> : null}
    </ul>
  );
};

/** Opened by one press where it does not fit on a line; it then says where one is and how much waits. */
export const Menu: FC<MenuProps> = ({ language, nav }) => {
  const current = nav.find((item) => item.current);
  const waiting = nav.reduce((sum, { count = 0 }) => sum + count, 0);
  return (
    <nav class="limen-nav" aria-label={layoutWords.menu[language]}>
      <div class="container">
        {nav.length < 4 ? (
          <Entries language={language} nav={nav} />
        ) : (
          <details class="limen-menu">
            <summary>
              {layoutWords.openMenu[language]}
              {current ? `: ${current.text}` : null}
              <Count count={waiting} id="antal-menu" />
            </summary>
            <Entries language={language} nav={nav} />
          </details>
        )}
      </div>
    </nav>
  );
};
