// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

/* An organisation in a database, with a backend that is asked for it. */
import { openDatabase } from './database.mts';
import { costOf } from './measure.mts';
import { makeOrganisation } from './organisation.mts';
import { startPortal } from './portals.mts';
import { noteOrgChange } from './sources.mts';

type Made = Parameters<typeof makeOrganisation>[1];

/** @param options - see {@link makeOrganisation} */
export async function openSubject({ say, ...options }: Made) {
  const database = await openDatabase();
  try {
    const made = await makeOrganisation(database, { ...options, say });
    const kilobytes = Math.round(made.bytesPerReview / 100) / 10;
    say(
      `${options.workloads} workloads × ${made.lenses} lenses, ${made.events} events on ${database.version}, Node.js ${process.version}; ${kilobytes} kB a review`,
    );
    const portal = await startPortal({
      connection: database.connection,
      teams: made.teams,
      memberOf: made.memberOf,
    });
    const processes = { backend: portal.pid, database: database.pid };
    /** Notes that something changed of a workload, any of them. */
    const change = async () => {
      const number = Math.floor(Math.random() * options.workloads);
      const id = `w-${String(number).padStart(6, '0')}`;
      await database.knex.transaction((tx: any) => noteOrgChange(tx, [id]));
    };
    return {
      database,
      made,
      portal,
      headers: {
        all: await portal.headersOf('all'),
        some: await portal.headersOf('some'),
        member: await portal.headersOf('member'),
      },
      processes,
      change,
      /** What {@link change} takes of the database's processor. */
      cost: await costOf(change, processes),
      async close() {
        await portal.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
