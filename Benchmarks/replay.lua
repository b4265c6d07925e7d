-- For wrk: sends the lines of a file, one request each, and prints what came of it as one line of JSON.
--
--   wrk … -s replay.lua URL -- bodies FILE    posts each line to the path of URL, once
--   wrk … -s replay.lua URL -- paths FILE     gets each line, over and over

local lines, path, again

function init(arguments)
  again = arguments[1] == "paths"
  path = arguments[2]
  lines = io.lines(path)
end

function request()
  local line = lines()
  if again then
    if line == nil then
      lines = io.lines(path)
      line = lines()
    end
    return wrk.format("GET", line)
  end
  if line == nil then
    error("there are more requests than bodies")
  end
  return wrk.format("POST", wrk.path, nil, line)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "seconds": %.6f, "errors": %d, "p50_ms": %.3f, "p99_ms": %.3f, "max_ms": %.3f}\n',
    summary.requests, summary.duration / 1e6,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000
  ))
end
