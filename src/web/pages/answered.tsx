import type { WebContext } from '../env.ts';
import { BackLink, CallUs, PostForm, Send, wordsOf } from './parts.tsx';
import { sendRelativePage } from './relative-page.tsx';

/** Tells whoever pressed another answer than the one that stands which one it is; `mayWithdraw` puts a button below a yes. */
export function sendAnswered(
  c: WebContext,
  standing: 'accepted' | 'declined',
  { mayWithdraw, endsInMs }: { mayWithdraw: boolean; endsInMs: number },
): Promise<Response> {
  const words = wordsOf(c);
  const title = standing === 'accepted' ? words.alreadyYes : words.alreadyNo;
  return sendRelativePage(
    c,
    { title, endsInMs },
    <>
      <BackLink href="/mit/besked">{words.toMessage}</BackLink>
      <h1>{title}</h1>
      <p class="font-lead">{words.alreadyFirst}</p>
      {mayWithdraw ? (
        <PostForm action="/mit/samtykke" csrf={c.var.csrf} class="d-print-none">
          <p>{words.alreadyWithdraw}</p>
          <p class="limen-actions">
            <Send variant="primary">{words.withdraw}</Send>
          </p>
        </PostForm>
      ) : null}
      <CallUs c={c}>{mayWithdraw ? words.alreadyOrCall : words.alreadyCall}</CallUs>
    </>,
  );
}
