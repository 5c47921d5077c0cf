// The server has no setting for the address on which it listens.
const net = require('node:net');
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (port, ...rest) {
  return typeof port === 'number' ? listen.call(this, { port, host: '127.0.0.1' }, ...rest) : listen.call(this, port, ...rest);
};
