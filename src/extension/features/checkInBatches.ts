/** Many files checked a few at a time, so that a count moves and *Cancel* is heard. */

/** Files a request: fewer pay more round trips, more let the count stand still. */
const BATCH = 50;
/** Requests at a time: the server reads the files of one while its thread judges those of another. */
const REQUESTS = 2;

/** How many of the files are deployment files, and what was found in them. */
export interface Found {
  judged: number;
  found: number;
}

/**
 * @param report the count so far, at once and after each batch; `increment` in percent
 * @returns of all batches until the end, or until it was cancelled; `files` without those that
 * proved to be no deployment files
 */
export async function checkInBatches<File>(
  files: readonly File[],
  check: (batch: File[]) => Promise<Found>,
  report: (progress: { increment: number; message: string }) => void,
  cancel: { isCancellationRequested: boolean },
): Promise<Found & { files: number }> {
  const sum = { judged: 0, found: 0, files: files.length };
  let asked = 0;
  let done = 0;
  const tell = (increment: number) => report({ increment, message: `${done}/${files.length}` });
  const lane = async () => {
    while (asked < files.length && !cancel.isCancellationRequested) {
      const batch = files.slice(asked, asked + BATCH);
      asked += batch.length;
      const { judged, found } = await check(batch);
      done += batch.length;
      sum.judged += judged;
      sum.found += found;
      sum.files -= batch.length - judged;
      tell((100 * batch.length) / files.length);
    }
  };
  tell(0);
  await Promise.all(Array.from({ length: REQUESTS }, lane));
  return sum;
}
