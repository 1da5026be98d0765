import { benchReading } from './reading';

benchReading();
