// A yes to SMS that staff have heard, noted on the relative's page.
import { Hono } from 'hono';
import type { FC } from 'hono/jsx';
import { noteConsent } from '../../../services/relatives/note-consent.ts';
import type { RelativeView } from '../../../services/relatives/show-relative.ts';
import { inLanguage } from '../../words/language.ts';
import type { DeskContext, DeskEnv } from '../frame/desk-env.ts';
import { DeskForm, mayCare } from '../frame/parts.tsx';
import { newRelativeWords, relativeWords } from './relatives-words.ts';

/** Shown where the last word was no yes; a number that has said STOP says START itself. */
export const NoteConsent: FC<{ c: DeskContext; view: RelativeView }> = ({ c, view }) => {
  const { language, organisation } = c.var;
  const t = inLanguage(relativeWords, language);
  if (!mayCare(c) || view.consents[0]?.given || view.number?.stoppedAt) return null;
  const wording = view.language === 'en' ? organisation.consent?.en : organisation.consent?.da;
  return (
    <details class="desk-path d-print-none">
      <summary>{t.noteConsent}</summary>
      <DeskForm c={c} action={`/desk/paaroerende/${view.id}/samtykke`}>
        <p>
          {newRelativeWords.readAloud[language]} »{wording}«
        </p>
        <p class="form-hint">{t.noteConsentHint}</p>
        <button type="submit" class="button button-secondary">
          {t.noteConsentDo}
        </button>
      </DeskForm>
    </details>
  );
};

/** Under `/desk/paaroerende`. */
export const noteConsentRoutes = new Hono<DeskEnv>();

noteConsentRoutes.post('/paaroerende/:id/samtykke', async (c) => {
  const { rt, staff } = c.var;
  const id = c.req.param('id');
  await noteConsent(rt, staff, id);
  return c.redirect(`/desk/paaroerende/${id}?fra=list&gemt=changed`, 303);
});
