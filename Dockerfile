FROM python:3.11-slim
WORKDIR /app
RUN pip install --no-cache-dir uv==0.13.8 && useradd --create-home footprint && mkdir /data && chown footprint /data
COPY pyproject.toml uv.lock README.md LICENSE ./
COPY src src
RUN uv sync --frozen --no-dev --extra postgres
USER footprint
ENV FOOTPRINT_DATA=/data PATH=/app/.venv/bin:$PATH
VOLUME /data
EXPOSE 8000
CMD ["footprint", "serve", "--host", "0.0.0.0"]
