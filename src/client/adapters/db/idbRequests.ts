/** The answer of a request. IndexedDB runs microtasks before it looks whether a transaction is idle, so that awaiting this keeps the transaction open. */
export function waitFor<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result as T));
    request.addEventListener('error', () => reject(request.error ?? new DOMException('no reason given', 'AbortError')));
  });
}

/** Resolves when a transaction is durable as far as the browser promises it; rejects when it was undone, with QuotaExceededError when the disk is full. */
export function whenDone(transaction: IDBTransaction): Promise<void> {
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new DOMException('undone by its own work', 'AbortError')),
    );
  });
  // Whoever started the transaction hears of the failure through its own request; this promise may then have no reader.
  done.catch(() => undefined);
  return done;
}

/** Undoes a transaction; one that a failed request has already undone stays as it is. */
export function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
  }
}
