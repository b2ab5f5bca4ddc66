import type { Child, FC } from 'hono/jsx';
import { anchorAt } from '../../../journey/time/format.ts';
import type { OfferLine } from '../../../services/offers/list-offers.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage, type Language } from '../../words/language.ts';
import { choiceText } from '../../words/people-choices.ts';
import { showDate } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Item } from '../frame/lists.tsx';
import { Badge } from '../frame/parts.tsx';
import { offerWords } from './offer-words.ts';

/** For whom an offer is, in words. */
export const areaText = (c: DeskContext, area: string): string =>
  area === 'alle' ? offerWords.forAll[c.var.language] : choiceText(c, 'areas', area);

/** An ISO date in words, with its year when it is another. */
export const dayText = (c: DeskContext, day: string): string =>
  showDate(anchorAt(day) ?? 0, c.var.rt.now(), c.var.language);

/** What stands against an offer, and whose it is. */
export const OfferMarks: FC<{ c: DeskContext; offer: OfferLine }> = ({ c, offer }) => {
  const t = inLanguage(offerWords, c.var.language);
  return (
    <>
      <Badge tone={offer.inside === 1 ? 'info' : 'success'}>
        {offer.inside === 1 ? t.inside : t.outside}
      </Badge>
      <span>{areaText(c, offer.area)}</span>
      {offer.isOver ? <Badge tone="error">{t.over}</Badge> : null}
      {offer.isStale ? <Badge tone="warning">{t.stale}</Badge> : null}
      {offer.retiredAt === null ? null : <Badge tone="warning">{t.retired}</Badge>}
    </>
  );
};

const shownText = (n: number, language: Language): string =>
  n === 1 ? offerWords.shownOnce[language] : fill(offerWords.shownShort[language], { n });

/** The way out of the house, which tells the other site nothing of where one came from. */
export const OfferLink: FC<{ url: string | null }> = ({ url }) =>
  url === null ? null : (
    <a href={url} rel="noreferrer noopener external">
      {url.replace(/^https:\/\//, '')}
    </a>
  );

/** One offer of the list, with what can be done with it at its side. */
export const OfferItem: FC<{ c: DeskContext; offer: OfferLine; back: string; action?: Child }> = (props) => {
  const { c, offer, back, action } = props;
  const { language } = c.var;
  const t = inLanguage(offerWords, language);
  return (
    <Item
      who={<a href={`/desk/vejviser/${offer.id}${back}`}>{offer.title}</a>}
      meta={
        <>
          <OfferMarks c={c} offer={offer} />
          {offer.shownThisYear > 0 ? <span>{shownText(offer.shownThisYear, language)}</span> : null}
        </>
      }
      action={action}
    >
      <p>{offer.text}</p>
      <p>
        {t.target} {offer.target}
      </p>
      <p>
        {t.contact}: {offer.contact} <OfferLink url={offer.url} />
      </p>
    </Item>
  );
};
