// The parts of one referral: what is known, who is known at the number, and the two ways to settle it.

import type { FC } from 'hono/jsx';
import type { OfferLine } from '../../../services/offers/list-offers.ts';
import type { Unit } from '../../../services/organisation.ts';
import type { ReferralView } from '../../../services/referrals/list-referrals.ts';
import { DECLINE_REASONS } from '../../../services/referrals/settle-referral.ts';
import type { RelativeForm } from '../../../services/relatives/check-relative.ts';
import { Check, Select } from '../../layout/choose.tsx';
import { Field, only } from '../../layout/form.tsx';
import { telHref } from '../../layout/organisation.ts';
import { inLanguage } from '../../words/language.ts';
import { choiceOptions, choiceText } from '../../words/people-choices.ts';
import { showInstant } from '../../words/when.ts';
import type { DeskContext } from '../frame/desk-env.ts';
import { Section } from '../frame/lists.tsx';
import { DeskForm, Do, Facts } from '../frame/parts.tsx';
import type { Problems } from '../frame/problems.tsx';
import { declineWords, referralWords } from './referral-words.ts';

type Props = { c: DeskContext; view: ReferralView };

export const About: FC<Props> = ({ c, view }) => {
  const { language, rt } = c.var;
  const t = inLanguage(referralWords, language);
  return (
    <Facts
      rows={[
        [t.number, <a href={telHref(view.number)}>{view.number}</a>],
        [t.relation, choiceText(c, 'relations', view.relation)],
        [t.area, choiceText(c, 'areas', view.area)],
        [t.by, view.isSelf ? t.self : view.byName],
        [t.reach, view.byContact],
        [t.source, view.sourceTitle],
        [t.unit, view.unitName],
        [t.received, showInstant(view.receivedAt, rt.now(), language)],
        [t.yes, '✓'],
        [t.note, view.note],
      ]}
    />
  );
};

/** Who is registered with the number already: taking the referral for them makes nobody twice. */
export const Known: FC<Props> = ({ c, view }) => {
  const { language } = c.var;
  const t = inLanguage(referralWords, language);
  return (
    <Section id="kendt" heading={t.known} hint={t.knownHint} empty={view.known.length === 0}>
      <ul class="desk-list no-max-width">
        {view.known.map((one) => (
          <li class="desk-item">
            <div class="desk-item-body">
              <a href={`/desk/paaroerende/${one.id}?fra=search`}>{one.name}</a> (
              {choiceText(c, 'relations', one.relation)})
            </div>
            <div class="desk-item-action">
              <Do c={c} action={`/desk/henvisninger/${view.id}/brug`} name="paaroerende" value={one.id}>
                {t.useKnown} {one.name}
              </Do>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};

type TakeProps = Props & {
  form: RelativeForm;
  problems: Problems;
  units: readonly Unit[];
  askShared: boolean;
};

/** The new relative, filled in from the referral. */
export const Take: FC<TakeProps> = ({ c, view, form, problems, units, askShared }) => {
  const { language } = c.var;
  const t = inLanguage(referralWords, language);
  const at = (name: keyof RelativeForm) => ({
    name,
    language,
    value: String(form[name]),
    ...only({ error: problems[name] }),
  });
  return (
    <Section id="tag" heading={t.take} hint={t.takeLead}>
      <DeskForm c={c} action={`/desk/henvisninger/${view.id}/tag`}>
        <Field {...at('name')} label={t.name} maxlength={60} autocomplete="off" />
        <Field {...at('tiltale')} label={t.tiltale} hint={t.tiltaleHint} maxlength={20} autocomplete="off" />
        <Field {...at('number')} label={t.number} type="tel" maxlength={40} autocomplete="off" />
        {askShared ? (
          <Check name="shared" label={t.shared} hint={t.sharedHint} checked={form.shared === 'yes'} />
        ) : null}
        <Select {...at('relation')} label={t.relation} options={choiceOptions(c, 'relations')} />
        <Select {...at('area')} label={t.area} options={choiceOptions(c, 'areas')} />
        <Select {...at('ageBand')} label={t.ageBand} options={choiceOptions(c, 'ageBands')} />
        <Field {...at('guardian')} label={t.guardian} hint={t.guardianHint} maxlength={200} optional />
        <Field {...at('circle')} label={t.circle} hint={t.circleHint} maxlength={20} width="m" optional />
        <Select {...at('unit')} label={t.unit} options={units.map(({ id, name }) => [id, name] as const)} />
        <Check name="consent" label={t.consent} hint={t.consentHint} checked={form.consent === 'yes'} />
        <button type="submit" class="button button-primary">
          {t.take}
        </button>
      </DeskForm>
    </Section>
  );
};

type DeclineProps = Props & { offers: readonly OfferLine[]; chosen: readonly string[]; problems: Problems };

/** The refusal with its reason, and what was offered instead. */
export const Decline: FC<DeclineProps> = ({ c, view, offers, chosen, problems }) => {
  const { language } = c.var;
  const t = inLanguage(referralWords, language);
  const reasons = DECLINE_REASONS.map((reason) => [reason, declineWords[reason][language]] as const);
  return (
    <Section id="afslaa" heading={t.decline} hint={t.declineLead}>
      <DeskForm c={c} action={`/desk/henvisninger/${view.id}/afslaa`}>
        <Select
          name="reason"
          label={t.reason}
          language={language}
          value=""
          options={[['', t.choose], ...reasons]}
          {...only({ error: problems.reason })}
        />
        <fieldset class="desk-choices">
          <legend class="form-label">{t.instead}</legend>
          <p class="form-hint">{offers.length > 0 ? t.insteadHint : t.noOffers}</p>
          {offers.map((offer) => (
            <div class="form-group-checkbox">
              <input
                type="checkbox"
                id={`tilbud-${offer.id}`}
                name="tilbud"
                value={offer.id}
                class="form-checkbox"
                checked={chosen.includes(offer.id)}
              />
              <label for={`tilbud-${offer.id}`}>{offer.title}</label>
            </div>
          ))}
        </fieldset>
        <button type="submit" class="button button-secondary">
          {t.decline}
        </button>
      </DeskForm>
    </Section>
  );
};
