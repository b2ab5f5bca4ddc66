import { AppError } from '../../../services/app-error.ts';

/** Tells what a service refuses by the names the fields have here, where the desk's form calls them otherwise. */
export async function renameFields<T>(
  names: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const name = error instanceof AppError && error.detail !== undefined ? names[error.detail] : undefined;
    if (error instanceof AppError && name !== undefined) throw new AppError(error.code, name);
    throw error;
  }
}
