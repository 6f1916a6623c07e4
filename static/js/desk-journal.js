// What is typed at the desk, written down in this browser at once: an entry for each opened form, by its name
// (`sitting`), which belongs to one account. Nothing here knows of forms or of the server.

const DAY = 24 * 3600 * 1000;
// Older entries are nobody's business any more.
const KEPT_FOR = 7 * DAY;
const STORE = "sittings";

let opened = null;

function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open("desk-journal", 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, { keyPath: "sitting" });
      store.createIndex("account", "account");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

async function act(mode, make) {
  const database = await open();
  return new Promise((resolve, reject) => {
    // Handed to the system, which outlives the browser. Waiting for the disk itself would outlive a power cut too, and
    // takes two to three times as long; the desk has the words seconds later.
    const transaction = database.transaction(STORE, mode, { durability: "relaxed" });
    const request = make(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request?.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

// An entry: { sitting, account, article ("" for a new story), data (the form, URL-encoded), typedAt (ms), isSent,
// and where the desk will never take it, `is`: its answer }.
export const write = (entry) => act("readwrite", (store) => {
  store.put(entry);
  // At once, instead of after an answer that nobody waits for: a browser that is killed has written the more.
  store.transaction.commit();
});

export const drop = (sitting) => act("readwrite", (store) => store.delete(sitting));

export const entriesOf = (account) => act("readonly", (store) => store.index("account").getAll(account));

// Change what stands there, unless something was typed since. In one transaction, so that nothing comes between.
export const mark = (sitting, typedAt, changes) => act("readwrite", (store) => {
  const found = store.get(sitting);
  found.onsuccess = () => found.result?.typedAt === typedAt && store.put({ ...found.result, ...changes });
});

export async function clear(account) {
  for (const entry of await entriesOf(account)) await drop(entry.sitting);
}

export async function dropOld(now = Date.now()) {
  const entries = await act("readonly", (store) => store.getAll());
  for (const entry of entries) if (now - entry.typedAt > KEPT_FOR) await drop(entry.sitting);
}
