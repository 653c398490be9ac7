import { program } from 'commander';
import { version } from '../package.json';

program
  .name('ml-lens')
  .description('Work with ML Lens from the command line')
  .version(version)
  .parse(process.argv);
