import { describeGateway } from '../conformance.ts';
import { openTwilioStand } from '../twilio-stand.ts';

describeGateway('Twilio', openTwilioStand);
