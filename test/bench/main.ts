import { benchComparing } from './comparing';
import { benchReading } from './reading';

benchReading();
await benchComparing();
