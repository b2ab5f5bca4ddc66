import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { listOffers, type OfferLine, type OfferQuery } from '../../../services/offers/list-offers.ts';
import { openSignpostFor } from '../../../services/offers/signpost.ts';
import { allChoices } from '../../../services/relatives/people-lists.ts';
import { mayStaff } from '../../../services/staff/staff.ts';
import { Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { Do, mayCare } from '../frame/parts.tsx';
import { areaText, OfferItem } from './offer-parts.tsx';
import { offerWords } from './offer-words.ts';

/** Every area that can be searched for, closed ones too. */
const areasOf = (c: DeskContext) => allChoices(c.var.organisation.people ?? {}, 'areas');

type Seeker = Awaited<ReturnType<typeof openSignpostFor>>;

/** Whether this member of staff keeps the signpost. */
export const mayKeep = (c: DeskContext): boolean => mayStaff(c.var.staff, 'coordinate');

const Search: FC<{ c: DeskContext; query: OfferQuery; seeker: Seeker | undefined }> = (props) => {
  const { c, query, seeker } = props;
  const { language } = c.var;
  const t = inLanguage(offerWords, language);
  const areas = areasOf(c);
  return (
    <search class="d-print-none">
      <form method="get" action="/desk/vejviser" class="desk-search">
        {seeker ? <input type="hidden" name="for" value={seeker.id} /> : null}
        <Field
          name="ord"
          type="search"
          label={t.words}
          hint={t.wordsHint}
          language={language}
          value={query.words ?? ''}
          maxlength={80}
          optional
        />
        <Select
          name="omraade"
          label={t.area}
          language={language}
          value={query.area ?? ''}
          options={[['', t.anyArea], ...areas.map((area) => [area, areaText(c, area)] as const)]}
        />
        <Select
          name="hvem"
          label={t.side}
          language={language}
          value={query.side ?? ''}
          options={[
            ['', t.anySide],
            ['inside', t.inside],
            ['outside', t.outside],
          ]}
        />
        <button type="submit" class="button button-primary">
          {t.search}
        </button>
      </form>
    </search>
  );
};

/** "Vis vej": counts that someone was told of an offer; an offer past its last day is not pressed by accident from the list. */
const ShowTheWay: FC<{ c: DeskContext; offer: OfferLine; seeker: Seeker }> = ({ c, offer, seeker }) => (
  <Do
    c={c}
    action={`/desk/vejviser/${offer.id}/vis-vej`}
    name="paaroerende"
    value={seeker.id}
    about={offer.title}
  >
    {offerWords.show[c.var.language]}
  </Do>
);

const Shown: FC<{ c: DeskContext; seeker: Seeker }> = ({ c, seeker }) => {
  const { language, rt } = c.var;
  const t = inLanguage(offerWords, language);
  return (
    <Section id="vist" heading={fill(t.shownBefore, { name: seeker.name })} empty={seeker.shown.length === 0}>
      <ul class="desk-list no-max-width">
        {seeker.shown.map((one) => (
          <li class="desk-item">
            <div class="desk-item-body">
              <p>
                {one.title}, {showInstant(one.at, rt.now(), language)}
              </p>
            </div>
            <div class="desk-item-action d-print-none">
              <Do
                c={c}
                action={`/desk/vejviser/vist/${one.id}/fortryd`}
                variant="tertiary"
                name="paaroerende"
                value={seeker.id}
                about={one.title}
              >
                {t.undo}
              </Do>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};

function queryOf(c: DeskContext): OfferQuery {
  const side = (['inside', 'outside'] as const).find((known) => known === c.req.query('hvem'));
  const area = areasOf(c).find((known) => known === c.req.query('omraade'));
  const words = c.req.query('ord')?.slice(0, 80).trim() || undefined;
  return only({ words, area, side });
}

const Head: FC<{ c: DeskContext; title: string; seeker: Seeker | undefined }> = ({ c, title, seeker }) => {
  const t = inLanguage(offerWords, c.var.language);
  return (
    <>
      <div class="desk-head">
        <h1>{title}</h1>
        {mayKeep(c) && !seeker ? (
          <a class="button button-primary d-print-none" href="/desk/vejviser/ny">
            {t.add}
          </a>
        ) : null}
      </div>
      <p>{seeker ? fill(t.leadFor, { name: seeker.name }) : t.lead}</p>
      {seeker ? (
        <p class="d-print-none">
          <a href={`/desk/paaroerende/${seeker.id}?fra=contact`}>{t.toRelative}</a>
        </p>
      ) : null}
    </>
  );
};

/** The signpost: search, filter, print; with `?for=` it is opened for one relative, who is shown the way from it. */
export const offersRoutes = new Hono<DeskEnv>();

offersRoutes.get('/vejviser', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(offerWords, language);
  const wanted = c.req.query('for');
  const seeker = wanted ? await openSignpostFor(rt, staff, wanted) : undefined;
  const query = queryOf(c);
  const lines = await listOffers(rt, staff, query);
  const isNarrowed = Object.keys(query).length > 0;
  const back = seeker ? `?for=${seeker.id}` : '';
  const title = seeker ? fill(t.forTitle, { name: seeker.name }) : t.title;
  return sendDesk(
    c,
    { title, section: 'offers' },
    <>
      <Head c={c} title={title} seeker={seeker} />
      {seeker ? <Shown c={c} seeker={seeker} /> : null}
      <Search c={c} query={query} seeker={seeker} />
      <p>
        {lines.length > 0 ? fill(t.found, { n: lines.length }) : isNarrowed ? t.none : t.empty}{' '}
        {isNarrowed ? <a href={`/desk/vejviser${back}`}>{t.all}</a> : null}
      </p>
      <ul class="desk-list no-max-width">
        {lines.map((offer) => (
          <OfferItem
            c={c}
            offer={offer}
            back={back}
            action={seeker && mayCare(c) ? <ShowTheWay c={c} offer={offer} seeker={seeker} /> : null}
          />
        ))}
      </ul>
      <p class="form-hint d-print-none">{t.print}</p>
      {mayKeep(c) ? (
        <p class="d-print-none">
          <a href="/desk/vejviser/udgaaede">{t.retiredList}</a>
        </p>
      ) : null}
    </>,
  );
});

offersRoutes.get('/vejviser/udgaaede', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(offerWords, language);
  const lines = await listOffers(rt, staff, { retired: true });
  return sendDesk(
    c,
    { title: t.retiredList, section: 'offers' },
    <>
      <h1>{t.retiredList}</h1>
      <p>
        <a href="/desk/vejviser">{t.toCurrent}</a>
      </p>
      {lines.length === 0 ? <p>{t.noRetired}</p> : null}
      <ul class="desk-list no-max-width">
        {lines.map((offer) => (
          <OfferItem c={c} offer={offer} back="" />
        ))}
      </ul>
    </>,
  );
});
