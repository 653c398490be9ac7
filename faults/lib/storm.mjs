// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

// People who answer as fast as they are answered, and the account of it.
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from './backend.mjs';

const PAUSE_AFTER_FAILURE = 200;

/** How long a rebuild of everything may take, in milliseconds. */
const REBUILD_PATIENCE = 5 * 60_000;

/** Given so far; each answer of any storm has its own. */
let marks = 0;

/**
 * Lets one person per workload answer its questions over and over.
 *
 * @param backends - where they send answers, one after the other
 * @param ids - the workloads that are answered, one by each person
 */
export function startStorm(site, backends, ids = site.ids) {
  const acknowledged = [];
  const statuses = new Map();
  const unexpected = [];
  let running = true;
  let longest = 0;

  async function answer(backend, id, question, revision) {
    const notes = `mark-${++marks}`;
    const body = { revision, selectedChoices: [], notes };
    const sent = performance.now();
    try {
      const { status, text } = await backend.ask(
        `/workloads/${id}/reviews/${site.lens}/answers/${question}`,
        { method: 'PUT', body },
      );
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500 && status !== 503) unexpected.push(text);
      if (status === 200) {
        acknowledged.push({ id, notes, at: performance.now() });
        return JSON.parse(text).answer.revision;
      }
    } catch {
      statuses.set('none', (statuses.get('none') ?? 0) + 1);
    } finally {
      longest = Math.max(longest, performance.now() - sent);
    }
    return undefined;
  }

  async function person(id, index) {
    let revisions;
    for (let turn = index; running && !site.gone.aborted; turn++) {
      const backend = backends[turn % backends.length];
      try {
        if (!revisions) {
          const path = `/workloads/${id}/reviews/${site.lens}`;
          const { answers } = await backend.get(path);
          revisions = Object.entries(answers).map(([question, given]) => [
            question,
            given.revision,
          ]);
        }
        const place = turn % revisions.length;
        const [question, revision] = revisions[place];
        const next = await answer(backend, id, question, revision);
        if (next === undefined) throw new Error('not acknowledged');
        revisions[place][1] = next;
      } catch {
        // Whether it was stored is unknown: look again.
        revisions = undefined;
        await delay(PAUSE_AFTER_FAILURE);
      }
    }
  }
  const people = ids.map(person);

  const sum = wanted =>
    [...statuses].reduce((n, [s, count]) => (wanted(s) ? n + count : n), 0);
  return {
    /** Waits for so many more acknowledged answers; gives the seconds it took for the first. */
    async more(count) {
      const [start, before] = [performance.now(), acknowledged.length];
      await until(
        `${count} more answers`,
        async () => acknowledged.length >= before + count,
      );
      return (acknowledged[before].at - start) / 1000;
    },
    status: code => statuses.get(code) ?? 0,
    /** What was said with a 5xx other than 503. */
    unexpected: () => [...unexpected],
    /** Longest that anybody waited for an answer, in milliseconds. */
    longest: () => longest,
    /** Every answer that was acknowledged so far. */
    acknowledged: () => [...acknowledged],
    /** Stops everybody; gives what was acknowledged. */
    async stop() {
      running = false;
      await Promise.all(people);
      return [...acknowledged];
    },
    /** Stops everybody, prints the account and checks it. */
    async settle(name, recovered, backend = backends[0]) {
      running = false;
      await Promise.all(people);
      const stored = new Map();
      for (const id of ids) {
        const { status, text } = await backend.ask(
          `/workloads/${id}/history/export`,
        );
        assert.equal(status, 200, text);
        let latest = 0;
        for (const line of text.split('\n').filter(Boolean)) {
          const { at, notes } = JSON.parse(line);
          assert.ok(Date.parse(at) >= latest, `${id} goes back to ${at}`);
          latest = Date.parse(at);
          if (notes) stored.set(notes, (stored.get(notes) ?? 0) + 1);
        }
      }
      const lost = acknowledged.filter(({ notes }) => !stored.has(notes));
      const twice = [...stored.values()].filter(count => count > 1);
      const rebuild = await backend.ask('/history/rebuild', {
        method: 'POST',
        patienceMs: REBUILD_PATIENCE,
      });
      assert.equal(rebuild.status, 200, rebuild.text);
      const reviews = rebuild.text.split('\n').filter(Boolean).map(JSON.parse);
      const differed = reviews.filter(line => line.differed || line.error);
      process.stdout.write(
        `# ${name}: ${acknowledged.length} acknowledged, ${lost.length} lost, ${
          twice.length
        } twice, ${sum(s => s >= 500)} 5xx (${sum(
          s => s >= 500 && s !== 503,
        )} other than 503), ${sum(
          s => s === 'none',
        )} without an answer, ${recovered.toFixed(1)} s to recover\n`,
      );
      assert.ok(acknowledged.length > 0);
      assert.deepEqual(lost, []);
      assert.deepEqual(twice, []);
      assert.deepEqual(differed, []);
    },
  };
}
