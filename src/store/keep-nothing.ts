// A Worker has no files, so nothing to keep: see keep-compiled.ts.
export {};
