import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { confirmOffer, retireOffer } from '../../../services/offers/keep-offer.ts';
import type { OfferLine } from '../../../services/offers/list-offers.ts';
import { showOffer } from '../../../services/offers/show-offer.ts';
import { openSignpostFor, signpost, undoSignpost } from '../../../services/offers/signpost.ts';
import { only } from '../../layout/form.tsx';
import { fill } from '../../words/fill.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { sendDesk } from '../frame/frame.tsx';
import { Section } from '../frame/lists.tsx';
import { Do, Facts } from '../frame/parts.tsx';
import { dayText, OfferLink, OfferMarks } from './offer-parts.tsx';
import { offerWords } from './offer-words.ts';
import { mayKeep } from './offers.tsx';

const About: FC<{ c: DeskContext; offer: OfferLine }> = ({ c, offer }) => {
  const t = inLanguage(offerWords, c.var.language);
  return (
    <Facts
      rows={[
        [t.target, offer.target],
        [t.contact, offer.contact],
        [t.url, offer.url === null ? null : <OfferLink url={offer.url} />],
        [t.validUntil, offer.validUntil === null ? null : dayText(c, offer.validUntil)],
        [t.checkedOn, dayText(c, offer.checkedOn)],
        [t.shownThisYear, String(offer.shownThisYear)],
      ]}
    />
  );
};

/** What whoever keeps the signpost can do with an offer. */
const Keep: FC<{ c: DeskContext; offer: OfferLine }> = ({ c, offer }) => {
  const t = inLanguage(offerWords, c.var.language);
  const at = `/desk/vejviser/${offer.id}`;
  if (!mayKeep(c)) return null;
  if (offer.retiredAt !== null)
    return (
      <Section id="hold" heading={t.keep}>
        <Do c={c} action={`${at}/laeg-tilbage`}>
          {t.restore}
        </Do>
      </Section>
    );
  return (
    <Section id="hold" heading={t.keep}>
      <p>{t.checkHint}</p>
      <div class="desk-buttons d-print-none">
        <Do c={c} action={`${at}/tjekket`} variant={offer.isStale ? 'primary' : 'secondary'}>
          {t.check}
        </Do>
        <a class="button button-secondary" href={`${at}/ret`}>
          {t.change}
        </a>
      </div>
      <p>{t.retireHint}</p>
      <Do c={c} action={`${at}/tag-ud`}>
        {t.retire}
      </Do>
    </Section>
  );
};

/** One offer: what it is, showing the way to it, and keeping it. */
export const offerRoutes = new Hono<DeskEnv>();

offerRoutes.get('/vejviser/:id', async (c) => {
  const { rt, staff, language } = c.var;
  const t = inLanguage(offerWords, language);
  const offer = await showOffer(rt, staff, c.req.param('id'));
  const wanted = c.req.query('for');
  const seeker = wanted ? await openSignpostFor(rt, staff, wanted) : undefined;
  const order = only({ name: seeker && 'paaroerende', value: seeker?.id });
  return sendDesk(
    c,
    { title: offer.title, section: 'offers' },
    <div class="desk-narrow">
      <p class="d-print-none">
        <a href={`/desk/vejviser${seeker ? `?for=${seeker.id}` : ''}`}>{t.toCurrent}</a>
      </p>
      <h1>{offer.title}</h1>
      <p class="desk-meta">
        <OfferMarks c={c} offer={offer} />
      </p>
      <p class="desk-sms">{offer.text}</p>
      <About c={c} offer={offer} />
      {offer.retiredAt === null ? (
        <div class="d-print-none">
          {seeker ? null : <p class="form-hint">{t.showAnyoneHint}</p>}
          <Do c={c} action={`/desk/vejviser/${offer.id}/vis-vej`} variant="primary" {...order}>
            {seeker ? fill(t.forTitle, { name: seeker.name }) : t.showAnyone}
          </Do>
        </div>
      ) : null}
      <Keep c={c} offer={offer} />
    </div>,
  );
});

const listFor = (relativeId: string | null): string =>
  relativeId ? `/desk/vejviser?for=${encodeURIComponent(relativeId)}&` : '/desk/vejviser?';

offerRoutes.post('/vejviser/:id/vis-vej', async (c) => {
  const { rt, staff, form } = c.var;
  const offerId = c.req.param('id');
  const relativeId = form.get('paaroerende') || undefined;
  const contactId = form.get('samtale') || undefined;
  const { id } = await signpost(rt, staff, { offerId, ...only({ relativeId, contactId }) });
  if (contactId) return c.redirect(`/desk/samtaler/${encodeURIComponent(contactId)}?gemt=signposted`, 303);
  return relativeId
    ? c.redirect(`${listFor(relativeId)}gemt=signposted`, 303)
    : c.redirect(`/desk/vejviser/vist/${id}?gemt=signposted`, 303);
});

/** What was counted without a name can be taken back from here, and from here alone. */
offerRoutes.get('/vejviser/vist/:id', (c) => {
  const t = inLanguage(offerWords, c.var.language);
  return sendDesk(
    c,
    { title: t.title, section: 'offers' },
    <div class="desk-narrow">
      <h1>{t.title}</h1>
      <div class="desk-buttons">
        <a class="button button-primary" href="/desk/vejviser">
          {t.toCurrent}
        </a>
        <Do c={c} action={`/desk/vejviser/vist/${c.req.param('id')}/fortryd`}>
          {t.undo}
        </Do>
      </div>
    </div>,
  );
});

offerRoutes.post('/vejviser/vist/:id/fortryd', async (c) => {
  await undoSignpost(c.var.rt, c.var.staff, c.req.param('id'));
  return c.redirect(`${listFor(c.var.form.get('paaroerende'))}gemt=signpostUndone`, 303);
});

offerRoutes.post('/vejviser/:id/tjekket', async (c) => {
  const id = c.req.param('id');
  await confirmOffer(c.var.rt, c.var.staff, id);
  return c.redirect(`/desk/vejviser/${id}?gemt=offerChecked`, 303);
});

offerRoutes.post('/vejviser/:id/tag-ud', async (c) => {
  const id = c.req.param('id');
  await retireOffer(c.var.rt, c.var.staff, id, true);
  return c.redirect(`/desk/vejviser/${id}?gemt=offerRetired`, 303);
});

offerRoutes.post('/vejviser/:id/laeg-tilbage', async (c) => {
  const id = c.req.param('id');
  await retireOffer(c.var.rt, c.var.staff, id, false);
  return c.redirect(`/desk/vejviser/${id}?gemt=offerRestored`, 303);
});
