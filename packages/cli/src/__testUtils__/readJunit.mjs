// What a parser of JUnit reports understands of INPUT, as JSON.
import { parse } from 'junit2json';

process.stdout.write(JSON.stringify(await parse(process.env.INPUT)));
