// All phones at a glance, the one with the newest SMS first.
import type { FC } from 'hono/jsx';
import type { PhoneSummary } from '../../gateways/phone/phone.ts';
import { fill } from '../words/fill.ts';
import { inLanguage, type Language } from '../words/language.ts';
import { showInstant } from '../words/when.ts';
import { phonePath, showSender } from './number-path.ts';
import type { Phones } from './phone-env.ts';
import { behaviourWords, phoneWords } from './words.ts';

export type Tile = PhoneSummary & { name: string | undefined };

/** The phones of the network, and after them those that have had no SMS yet. */
export async function listTiles({ network, nameOf, numbers }: Phones): Promise<Tile[]> {
  const known = network.listPhones();
  const heard = new Set(known.map(({ number }) => number));
  const silent = numbers
    .filter((number) => !heard.has(number))
    .map((number): PhoneSummary => ({ number, behaviour: 'normal', unread: 0 }));
  return Promise.all(
    [...known, ...silent].map(async (phone) => ({ ...phone, name: await nameOf(phone.number) })),
  );
}

const PhoneTile: FC<{ tile: Tile; now: number; language: Language }> = ({ tile, now, language }) => {
  const t = inLanguage(phoneWords, language);
  const { last, behaviour, unread } = tile;
  return (
    <li id={`phone-${tile.number.slice(1)}`}>
      <a class="phone-tile" href={phonePath(tile.number)}>
        <span class="phone-who">{tile.name ?? t.unknownOwner}</span>
        <span class="phone-number">{showSender(tile.number)}</span>
        {last ? (
          <>
            <span class="phone-last" dir="auto">
              {last.direction === 'fromPhone' ? `${t.you}: ` : ''}
              {last.text}
            </span>
            <span class="phone-when">{showInstant(last.at, now, language)}</span>
          </>
        ) : (
          <span class="phone-last">{t.nothingYet}</span>
        )}
        {unread > 0 ? <span class="phone-badge">{fill(t.unread, { n: unread })}</span> : null}
        {behaviour === 'normal' ? null : (
          <span class="phone-badge phone-badge-quiet">{behaviourWords[behaviour][language]}</span>
        )}
      </a>
    </li>
  );
};

/** The wall itself: the part that changes while one looks. */
export const Wall: FC<{ tiles: readonly Tile[]; now: number; language: Language }> = (props) => {
  const { tiles, now, language } = props;
  if (tiles.length === 0) return <p>{phoneWords.noPhones[language]}</p>;
  return (
    <ul class="unstyled-list no-max-width phone-wall">
      {tiles.map((tile) => (
        <PhoneTile {...{ tile, now, language }} />
      ))}
    </ul>
  );
};
