import type { WebContext } from '../env.ts';
import { BackLink, PostForm, Send, wordsOf } from './parts.tsx';
import { sendRelativePage } from './relative-page.tsx';

/** Asks once more before "Det er ikke mig" or "Ingen sms til mig" takes effect. */
export function sendRefuse(c: WebContext, how: 'not-me' | 'no-sms', endsInMs: number): Promise<Response> {
  const words = wordsOf(c);
  const [title, lead, yes, action] =
    how === 'not-me'
      ? [words.notMeTitle, words.notMeLead, words.notMeYes, '/mit/ikke-mig']
      : [words.noSmsTitle, words.noSmsLead, words.noSmsYes, '/mit/ingen-sms'];
  return sendRelativePage(
    c,
    { title, endsInMs },
    <>
      <h1>{title}</h1>
      <p class="font-lead">{lead}</p>
      <PostForm action={action} csrf={c.var.csrf}>
        <p class="limen-actions">
          <Send variant="primary">{yes}</Send>
        </p>
      </PostForm>
      <BackLink href="/mit">{words.regret}</BackLink>
    </>,
  );
}
