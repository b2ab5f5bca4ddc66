import { InputError } from '../verbs/input-error.ts';
import { VerbFailed } from '../verbs/verb-failed.ts';

/** The code of an error or of what caused it; empty when it has none. */
export function codeOf(error: unknown): string {
  for (let e = error; e instanceof Error; e = e.cause)
    if ('code' in e && typeof e.code === 'string') return e.code;
  return '';
}

const FULL = /^(ENOSPC|EFBIG|EDQUOT|SQLITE_FULL|SQLITE_IOERR.*)$/;
const FORBIDDEN =
  /^(ENOENT|ENOTDIR|EACCES|EPERM|EROFS|EISDIR|ELOOP|ENAMETOOLONG|EINVAL|SQLITE_CANTOPEN.*|SQLITE_READONLY.*)$/;

/** Does something that writes `file`; what the file system refuses is said in one sentence that names it. */
export async function explainWrite<T>(file: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST')
      throw new InputError(
        `${file} findes allerede, og intet overskrives. / exists already, and nothing is overwritten.`,
      );
    if (FULL.test(code))
      throw new VerbFailed(
        `${file}: disken er fuld, eller der må ikke skrives mere; intet er efterladt. / the disk is full; nothing was left behind.`,
        error,
      );
    if (FORBIDDEN.test(code))
      throw new InputError(
        `${file} kan ikke skrives; findes mappen? / cannot be written; is the folder there?`,
      );
    throw error;
  }
}
