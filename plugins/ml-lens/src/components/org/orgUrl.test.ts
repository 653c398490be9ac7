// SPDX-FileCopyrightText: 2026 The ML Lens Authors
// SPDX-License-Identifier: Apache-2.0

import {
  NO_FILTERS,
  filterQuery,
  isFiltered,
  parseOrgUrl,
  writeOrgUrl,
} from './orgUrl';

const parse = (search: string) => parseOrgUrl(new URLSearchParams(search));
const write = (
  search: string,
  change: Parameters<typeof writeOrgUrl>[1],
): string => writeOrgUrl(new URLSearchParams(search), change).toString();

describe('the address of the organisation pages', () => {
  it('says nothing by default', () => {
    const url = parse('');
    expect(url).toMatchObject({
      q: '',
      sort: { field: 'title', descending: false },
      limit: 20,
      page: 1,
      by: 'owner',
    });
    expect(isFiltered(url)).toBe(false);
  });

  it('keeps every part', () => {
    const search =
      'lens=a&owner=group:default/x&owner=&phase=deployment:AT_RISK&q=fraud&orphaned=true&sort=-high&limit=50&cursor=c&page=3&by=tag';
    expect(parse(search)).toMatchObject({
      lens: 'a',
      filters: {
        owner: ['group:default/x', ''],
        phase: ['deployment:AT_RISK'],
        tag: [],
      },
      q: 'fraud',
      orphaned: 'true',
      sort: { field: 'high', descending: true },
      limit: 50,
      cursor: 'c',
      page: 3,
      by: 'tag',
    });
  });

  it.each([
    ['sort=password', { sort: { field: 'title', descending: false } }],
    ['limit=7', { limit: 20 }],
    ['orphaned=maybe', { orphaned: undefined }],
    ['page=4', { page: 1 }],
    ['cursor=c&page=x', { page: 1 }],
    ['by=colour', { by: 'owner' }],
    ['tag=a&tag=a', { filters: expect.objectContaining({ tag: ['a'] }) }],
  ])('reads %s as if it were not there', (search, expected) => {
    expect(parse(search)).toMatchObject(expected);
  });

  it('leaves defaults out, and what a change does not name alone', () => {
    expect(
      write('owner=o&sort=-high&limit=50&other=1', {
        sort: { field: 'title', descending: false },
        limit: 20,
      }),
    ).toBe('owner=o&other=1');
  });

  it('goes back to the first page on any change but turning a page', () => {
    const page3 = 'owner=o&cursor=c&page=3';
    expect(write(page3, { q: 'x' })).toBe('owner=o&q=x');
    expect(write(page3, { filters: { owner: [] } })).toBe('');
    expect(write(page3, { cursor: 'd', page: 4 })).toBe(
      'owner=o&cursor=d&page=4',
    );
  });

  it('clears filters and keeps lens, order and page size', () => {
    expect(
      write('lens=a&sort=-high&limit=50&owner=o&q=x&orphaned=true', NO_FILTERS),
    ).toBe('lens=a&sort=-high&limit=50');
  });

  it('asks the server for what is filtered, and no more', () => {
    expect(filterQuery(parse('owner=o&q=%20x%20'), 'a')).toEqual({
      lens: 'a',
      owner: ['o'],
      q: 'x',
      orphaned: undefined,
    });
  });
});
