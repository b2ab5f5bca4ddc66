// A process may be stopped between the decision to post and the first byte, and go on long after. So it is asked once more
// where undici takes up the request, in the same breath as the bytes are written; the SDK between has no place for the question.
import type { AsyncLocalStorage } from 'node:async_hooks';
import type { Dispatcher } from 'undici';

/** A request that was not written, because it was too late to. */
export class TooLateError extends Error {
  constructor() {
    super('too late to leave');
    this.name = 'TooLateError';
  }
}

/** The question whether a request may still leave, as the work around it asks. */
export type Asking = AsyncLocalStorage<() => boolean>;

/** Lets requests made under a question be written only when the answer is yes; the others fail with a TooLateError. */
export const askBeforeLeaving =
  (asking: Asking): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    const mayLeave = asking.getStore();
    return dispatch(options, mayLeave ? asked(handler, mayLeave) : handler);
  };

const asked = (handler: Dispatcher.DispatchHandler, mayLeave: () => boolean): Dispatcher.DispatchHandler => ({
  onRequestStart(controller, context) {
    if (mayLeave()) handler.onRequestStart?.(controller, context);
    else controller.abort(new TooLateError());
  },
  onResponseStart: (...told) => handler.onResponseStart?.(...told),
  onResponseData: (...told) => handler.onResponseData?.(...told),
  onResponseEnd: (...told) => handler.onResponseEnd?.(...told),
  onResponseError: (...told) => handler.onResponseError?.(...told),
});
