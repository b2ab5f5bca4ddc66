import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { listOffers } from '../../../services/offers/list-offers.ts';
import { listReferrals, type ReferralLine } from '../../../services/referrals/list-referrals.ts';
import { reopenReferral } from '../../../services/referrals/settle-referral.ts';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import { wordOf } from '../../words/lookup.ts';
import { choiceText } from '../../words/people-choices.ts';
import { showInstant, showLength } from '../../words/when.ts';
import { readCursor, writeCursor } from '../frame/cursor.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Item, Section } from '../frame/lists.tsx';
import { Badge, Do, More } from '../frame/parts.tsx';
import { declineWords, referralWords } from './referral-words.ts';

const About: FC<{ c: DeskContext; line: ReferralLine }> = ({ c, line }) => {
  const { language } = c.var;
  const t = inLanguage(referralWords, language);
  return (
    <>
      <span>
        {choiceText(c, 'relations', line.relation)}, {choiceText(c, 'areas', line.area)}
      </span>
      <span>{fill(t.from, { source: line.sourceTitle })}</span>
      {line.isSelf ? <Badge tone="info">{t.self}</Badge> : null}
    </>
  );
};

const Waiting: FC<{ c: DeskContext; line: ReferralLine }> = ({ c, line }) => {
  const { language } = c.var;
  const t = inLanguage(referralWords, language);
  return (
    <Item
      who={line.name}
      meta={
        <>
          <About c={c} line={line} />
          <span>{fill(t.waited, { length: showLength(line.waitedMs, language) })}</span>
        </>
      }
      action={
        <a class="button button-primary" href={`/desk/henvisninger/${line.id}`}>
          {t.open}
          <span class="sr-only"> {line.name}</span>
        </a>
      }
    />
  );
};

const Settled: FC<{ c: DeskContext; line: ReferralLine; titles: ReadonlyMap<string, string> }> = (props) => {
  const { c, line, titles } = props;
  const { language, rt } = c.var;
  const t = inLanguage(referralWords, language);
  const isTaken = line.status === 'taken';
  const offered = (line.why?.offers ?? []).flatMap((id) => titles.get(id) ?? []);
  return (
    <Item
      who={
        line.relativeId ? (
          <a href={`/desk/paaroerende/${line.relativeId}?fra=list`}>{line.name}</a>
        ) : (
          line.name
        )
      }
      meta={
        <>
          <Badge tone={isTaken ? 'success' : 'warning'}>{isTaken ? t.taken : t.declined}</Badge>
          {line.why ? <span>{wordOf(declineWords, line.why.reason, language)}</span> : null}
          <span>{showInstant(line.settledAt ?? 0, rt.now(), language)}</span>
          <About c={c} line={line} />
        </>
      }
      action={
        isTaken ? null : (
          <Do c={c} action={`/desk/henvisninger/${line.id}/fortryd`} variant="tertiary" about={line.name}>
            {t.reopen}
          </Do>
        )
      }
    >
      {offered.length > 0 ? <p>{fill(t.offered, { titles: offered.join(', ') })}</p> : null}
    </Item>
  );
};

/** The inbox of referrals: who waits, and what became of the others lately. */
export const referralsRoutes = new Hono<DeskEnv>();

referralsRoutes.get('/henvisninger', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(referralWords, language);
  const { lines, settled, next } = await listReferrals(rt, staff, readCursor(c.req.query('efter')));
  const titles = settled.some(({ why }) => why && why.offers.length > 0)
    ? new Map((await listOffers(rt, staff)).map(({ id, title }) => [id, title]))
    : new Map<string, string>();
  return sendDesk(
    c,
    { title: t.title, section: 'referrals' },
    <>
      <div class="desk-head">
        <h1>{t.title}</h1>
        <a class="button button-secondary" href="/desk/kilder">
          {t.toSources}
        </a>
      </div>
      <p>{lines.length === 0 ? t.empty : t.lead}</p>
      <ul class="desk-list no-max-width">
        {lines.map((line) => (
          <Waiting c={c} line={line} />
        ))}
      </ul>
      <More href={next && `/desk/henvisninger?efter=${writeCursor(next)}`} language={language} />
      <Section id="afgjort" heading={t.settled} empty={settled.length === 0}>
        <ul class="desk-list no-max-width">
          {settled.map((line) => (
            <Settled c={c} line={line} titles={titles} />
          ))}
        </ul>
      </Section>
    </>,
  );
});

referralsRoutes.post('/henvisninger/:id/fortryd', async (c) => {
  await reopenReferral(c.var.rt, c.var.staff, c.req.param('id'));
  return c.redirect('/desk/henvisninger?gemt=referralReopened', 303);
});
