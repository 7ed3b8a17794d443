// The whole test run, set-up included: style, types, unit and integration tests, dead code, and
// the journeys end to end on a real browser and a real screen.
import { installPackages } from './install.mjs';
import { runStep } from './step.mjs';
import { installSystemPackages } from './system-packages.mjs';

installPackages();
installSystemPackages();
runStep('Checking', 'npm', ['run', '--silent', 'check']);
runStep('Throwing hostile frames at every parser', 'npm', [
  ...['run', '--silent', 'fuzz', '--'],
  ...['--frames', '20000', '--seed', '1'],
]);
runStep('Building', 'npm', ['run', '--silent', 'build']);
runStep('Building the Electron stand-in', 'npm', ['run', '--silent', 'build:stand-in']);
runStep('Packaging, and checking what came out', 'npm', ['run', '--silent', 'package:check']);
runStep('Running the journeys end to end', 'npm', ['run', '--silent', 'e2e']);
runStep('Connecting through every kind of network', 'npm', ['run', '--silent', 'e2e:network']);
runStep('Breaking running shares', 'npm', ['run', '--silent', 'e2e:faults']);
