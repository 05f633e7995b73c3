/** A long list of work, some at a time, whose results are told in the order of the list. */

interface Line<Item, Result> {
  /** How many are worked on at a time. */
  lanes: number;
  work(item: Item): Promise<Result>;
  /** What stands for an item whose work throws. */
  failed(error: unknown): Result;
  /** Told of each result as soon as those before it were told. */
  emit(result: Result, index: number): void;
}

/** Ends when all results were told; results wait for those before them, and no longer. */
export async function inOrder<Item, Result extends object>(
  items: readonly Item[],
  { lanes, work, failed, emit }: Line<Item, Result>,
): Promise<void> {
  const done: (Result | undefined)[] = [];
  let next = 0;
  let emitted = 0;
  const one = async (index: number) => {
    try {
      done[index] = await work(items[index]!);
    } catch (error) {
      done[index] = failed(error);
    }
    for (; done[emitted]; emitted++) {
      emit(done[emitted]!, emitted);
      done[emitted] = undefined;
    }
  };
  const lane = async () => {
    while (next < items.length) await one(next++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
