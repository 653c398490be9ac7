// A catalog that is briefly empty while people answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSite, startBackend, undoing, until } from './lib/backend.mjs';
import { startStorm } from './lib/storm.mjs';

test('a catalog that is emptied and filled again', async t => {
  const undo = undoing(t);
  const site = createSite({ workloads: 20 });
  undo(site.remove);
  const backend = await startBackend(site);
  undo(backend.kill);
  const storm = startStorm(site, [backend]);
  await storm.more(20);
  const reports = async () => await backend.get('/lens-reports');

  site.empty();
  const { removal, orphans } = await until('a removal that waits', async () => {
    const found = await reports();
    return found.removal && found;
  });
  assert.equal(removal.workloads, 20);
  assert.deepEqual(orphans, []);
  const recovered = await storm.more(20);

  site.fill();
  await until(
    'nothing that waits',
    async () => (await reports()).removal === null,
  );
  assert.deepEqual((await reports()).orphans, []);
  await storm.settle('catalog emptied', recovered);
});
